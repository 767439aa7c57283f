package org.parley.api.invitation;

/**
 * What became of the invitations of one day.
 *
 * @param day in UTC, such as {@code 2026-11-25}
 * @param attempts all, those included whose visitor was not there
 * @param delivered those that a device of the visitor had, however they ended
 * @param shown those that the visitor saw, however they ended
 * @param failed those whose visitor was not there, and those that expired before the visitor saw them
 */
public record InvitationCount(
        String day, long attempts, long delivered, long shown, long answered, long dismissed, long failed) {}
