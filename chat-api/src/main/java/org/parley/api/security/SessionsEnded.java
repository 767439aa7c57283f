package org.parley.api.security;

/** Sessions of operators were ended, and that is committed. */
public record SessionsEnded() {}
