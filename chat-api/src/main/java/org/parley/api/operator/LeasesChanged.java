package org.parley.api.operator;

/** Somebody came or went, and that is committed. */
public record LeasesChanged() {}
