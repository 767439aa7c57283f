package org.parley.api.invitation;

/** An invitation was made or has moved, and that is committed. */
public record InvitationEvent(Invitation invitation) {}
