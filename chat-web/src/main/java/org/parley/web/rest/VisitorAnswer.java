package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.Visitor;

/** What staff is told of one visitor. Fields without a value are left out. */
final class VisitorAnswer {
    private VisitorAnswer() {}

    static JsonObject visitor(Visitor visitor, Optional<LiveVisitor> live, Optional<Block> block) {
        JsonObjectBuilder attributes = Json.createObjectBuilder();
        visitor.attributes().forEach(attributes::add);
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("visitor", participant(visitor.asParticipant()))
                .add("site", visitor.site())
                .add("proven", visitor.subject() != null)
                .add("attributes", attributes)
                .add("since", time(visitor.created()));
        live.ifPresent(now -> answer.add("live", live(now)));
        block.ifPresent(one -> answer.add("block", block(one)));
        return answer.build();
    }

    private static JsonObjectBuilder live(LiveVisitor now) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("since", time(now.since()))
                .add("pageSince", time(now.pageSince()))
                .add("pages", now.pages())
                .add("returning", now.returning());
        put(answer, "page", now.page());
        put(answer, "title", now.title());
        put(answer, "referrer", now.referrer());
        put(answer, "browser", now.browser());
        put(answer, "language", now.language());
        put(answer, "address", now.address());
        return answer;
    }

    static JsonObject block(Block block) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("visitor", participant(block.visitor()))
                .add("site", block.site())
                .add("by", participant(block.by()))
                .add("since", time(block.since()));
        put(answer, "reason", block.reason());
        put(answer, "until", block.until() == null ? null : time(block.until()));
        return answer.build();
    }

    /** A line in the list of a visitor's conversations. */
    static JsonObject conversation(Conversation conversation) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", conversation.id().toString())
                .add("status", conversation.status().wire())
                .add("department", conversation.departmentName())
                .add("opened", time(conversation.opened()))
                .add("tags", Json.createArrayBuilder(conversation.handling().tags()));
        put(answer, "subject", conversation.subject());
        put(answer, "closed", conversation.closed() == null ? null : time(conversation.closed()));
        if (conversation.owner() != null) {
            answer.add("owner", participant(conversation.owner()));
        }
        return answer.build();
    }

    private static JsonObjectBuilder participant(Participant participant) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("kind", participant.kind().wire())
                .add("id", participant.id());
        put(answer, "name", participant.name());
        return answer;
    }

    private static void put(JsonObjectBuilder answer, String name, String value) {
        if (value != null) {
            answer.add(name, value);
        }
    }

    private static String time(Instant at) {
        return Answer.TIME.format(at);
    }
}
