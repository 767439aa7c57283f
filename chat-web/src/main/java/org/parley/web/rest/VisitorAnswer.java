package org.parley.web.rest;

import java.util.Optional;
import org.parley.api.conversation.Conversation;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.Visitor;
import org.parley.web.json.Json;

/** Writes the answers about one visitor. Fields without a value are left out. */
final class VisitorAnswer {
    private VisitorAnswer() {}

    static void visitor(Json o, Visitor visitor, Optional<LiveVisitor> live, Optional<Block> block) {
        o.put("visitor", visitor.asParticipant())
                .put("site", visitor.site())
                .put("proven", visitor.subject() != null)
                .texts("attributes", visitor.attributes())
                .put("since", visitor.created());
        live.ifPresent(now -> o.with("live", one -> live(one, now)));
        block.ifPresent(one -> o.with("block", terms -> block(terms, one)));
    }

    private static void live(Json o, LiveVisitor now) {
        o.put("since", now.since())
                .put("pageSince", now.pageSince())
                .put("pages", now.pages())
                .put("returning", now.returning())
                .put("page", now.page())
                .put("title", now.title())
                .put("referrer", now.referrer())
                .put("browser", now.browser())
                .put("language", now.language())
                .put("address", now.address());
    }

    static void block(Json o, Block block) {
        o.put("visitor", block.visitor())
                .put("site", block.site())
                .put("by", block.by())
                .put("since", block.since())
                .put("reason", block.reason())
                .put("until", block.until());
    }

    /** An element of the list of a visitor's conversations. */
    static void conversation(Json o, Conversation conversation) {
        o.put("id", conversation.id())
                .put("status", conversation.status().wire())
                .put("department", conversation.departmentName())
                .put("opened", conversation.opened())
                .texts("tags", conversation.handling().tags())
                .put("subject", conversation.subject())
                .put("closed", conversation.closed());
        if (conversation.owner() != null) {
            o.put("owner", conversation.owner());
        }
    }
}
