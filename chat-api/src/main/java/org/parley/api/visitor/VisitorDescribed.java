package org.parley.api.visitor;

/** The page, or who vouches for the visitor, says something else of them now, and that is committed. */
public record VisitorDescribed(Visitor visitor) {}
