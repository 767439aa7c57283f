package org.parley.api.invitation;

/**
 * The outcome of one day's invitations.
 *
 * @param day in UTC, such as {@code 2026-11-25}
 * @param attempts all, including attempts to invite visitors who were not there
 * @param delivered invitations that reached a device, whatever came after
 * @param shown invitations that the visitor saw, whatever came after
 * @param failed attempts without the visitor there, and invitations that expired unseen
 */
public record InvitationCount(
        String day, long attempts, long delivered, long shown, long answered, long dismissed, long failed) {}
