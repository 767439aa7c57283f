package org.parley.web.invitation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.api.invitation.Invitation;
import org.parley.web.protocol.ServerFrame;

/** Writes frames about invitations. */
public final class InvitationFrame {
    private InvitationFrame() {}

    public static String of(Invitation invitation) {
        return ServerFrame.frame(
                "invitation",
                o -> o.put("invitation", invitation.id())
                        .put("state", invitation.state().wire())
                        .put("mode", invitation.mode().wire())
                        .put("site", invitation.site())
                        .put("visitor", invitation.visitor())
                        .put("author", invitation.author())
                        .with(
                                "department",
                                d -> d.put("id", invitation.department()).put("name", invitation.departmentName()))
                        .put("text", invitation.text())
                        .putOrNull("conversation", invitation.conversation())
                        .put("at", invitation.created())
                        .put("expires", invitation.expires()));
    }

    /** The ack of a command that made or moved an invitation. */
    public static String ack(String re, Invitation invitation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("invitation", invitation.id());
        facts.put("state", invitation.state().wire());
        if (invitation.conversation() != null) {
            facts.put("conversation", invitation.conversation());
        }
        return ServerFrame.ack(re, facts);
    }
}
