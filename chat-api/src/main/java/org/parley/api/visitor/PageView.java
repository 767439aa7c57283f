package org.parley.api.visitor;

import java.time.Instant;

/**
 * A page that a visitor has seen.
 *
 * @param url http or https, without a fragment and without a user's name; at most 2000 UTF-16 units
 * @param title at most 300 UTF-16 units; null when unknown
 * @param referrer in the form of {@code url}; null when unknown
 */
public record PageView(VisitorId visitor, String site, String url, String title, String referrer, Instant at) {}
