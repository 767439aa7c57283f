package org.parley.api.invitation;

import org.parley.api.event.CommittedEvent;

/** An invitation was made or has moved, and that is committed. */
public record InvitationEvent(Invitation invitation) implements CommittedEvent {}
