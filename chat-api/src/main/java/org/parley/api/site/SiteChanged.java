package org.parley.api.site;

import org.parley.api.event.CommittedEvent;

/**
 * A site was made or changed.
 *
 * @param site its id
 */
public record SiteChanged(String site) implements CommittedEvent {}
