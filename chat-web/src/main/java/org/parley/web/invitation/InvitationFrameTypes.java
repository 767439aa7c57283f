package org.parley.web.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.visitor.VisitorId;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;

/** Frames of operators and visitors about invitations. */
@ApplicationScoped
public class InvitationFrameTypes implements FrameTypes {
    record Invite(InviteRequest request) implements ClientFrame {
        @Override
        public String id() {
            return request.id();
        }
    }

    /**
     * A visitor's device reports on an invitation.
     *
     * @param id null when the device wants no ack
     * @param state neither QUEUED nor EXPIRED
     */
    record Seen(String id, UUID invitation, InvitationState state) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of(
                "invite", InvitationFrameTypes::invite,
                "invitation", InvitationFrameTypes::seen);
    }

    private static Invite invite(Fields fields) {
        InvitationMode mode = fields.optionalConstant("mode", InvitationMode.class);
        return new Invite(new InviteRequest(
                FrameId.of(fields),
                fields.id("visitor", VisitorId::of, "visitor"),
                fields.optionalText("department"),
                fields.text("text"),
                mode == null ? InvitationMode.INVITE : mode));
    }

    private static Seen seen(Fields fields) {
        InvitationState state = fields.constant("state", InvitationState.class);
        if (state == InvitationState.QUEUED || state == InvitationState.EXPIRED) {
            throw ChatException.invalid("state", "A device says delivered, shown, dismissed or answered.");
        }
        return new Seen(FrameId.optional(fields), fields.id("invitation", UUID::fromString, "invitation"), state);
    }
}
