package org.parley.api.invitation;

/**
 * What became of the invitations of one day, counted from their rows.
 *
 * @param day in UTC, such as {@code 2026-11-25}
 * @param attempts all; one whose visitor could not be reached was never made
 * @param delivered those that a device of the visitor had, however they ended
 * @param shown those that the visitor saw, however they ended
 * @param failed those that expired before the visitor saw them
 */
public record InvitationCount(
        String day, long attempts, long delivered, long shown, long answered, long dismissed, long failed) {}
