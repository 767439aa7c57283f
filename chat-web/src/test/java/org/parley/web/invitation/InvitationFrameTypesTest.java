package org.parley.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.visitor.VisitorId;
import org.parley.web.invitation.InvitationFrameTypes.Invite;
import org.parley.web.invitation.InvitationFrameTypes.Seen;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.FrameReaders;

class InvitationFrameTypesTest {
    private static final String VISITOR = "01940000-0000-7000-8000-000000000001";
    private static final String INVITATION = "01940000-0000-7000-8000-000000000002";

    @Test
    void inviteShouldAskUnlessItSaysOpen() throws BadFrame {
        Invite invite = (Invite) FrameReaders.ALL.read(
                "{\"type\":\"invite\",\"id\":\"i\",\"visitor\":\"" + VISITOR + "\",\"text\":\"Hi\"}");
        assertThat(invite.request())
                .isEqualTo(new InviteRequest("i", VisitorId.of(VISITOR), null, "Hi", InvitationMode.INVITE));
    }

    @Test
    void invitationNeedsNoId() throws BadFrame {
        assertThat(FrameReaders.ALL.read(
                        "{\"type\":\"invitation\",\"invitation\":\"" + INVITATION + "\",\"state\":\"shown\"}"))
                .isEqualTo(new Seen(null, UUID.fromString(INVITATION), InvitationState.SHOWN));
    }
}
