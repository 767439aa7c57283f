package org.parley.web.invitation;

import java.time.Clock;

/** Beans of this package for tests of others, wired by hand. */
public final class InvitationDoubles {
    private InvitationDoubles() {}

    public static InvitationPusher pusher(Clock clock) {
        InvitationPusher pusher = new InvitationPusher();
        pusher.clock = clock;
        pusher.patienceSeconds = 30;
        pusher.prepare();
        return pusher;
    }
}
