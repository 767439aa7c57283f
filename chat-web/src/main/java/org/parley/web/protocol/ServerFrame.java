package org.parley.web.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Offer;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.Receipt;
import org.parley.api.conversation.TakenException;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Availability;
import org.parley.api.routing.QueuePosition;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.json.Json;

/** Writes frames from the server, as text for the wire. */
public final class ServerFrame {
    private ServerFrame() {}

    /** The content of {@code welcome} besides the conversations. */
    public record Greeting(
            String session,
            Caller self,
            OperatorStatus status,
            List<DepartmentId> departments,
            int heartbeat,
            Limits limits,
            boolean batch) {}

    /** The settings in {@code welcome}: the first two for all, the next two for staff, the last one for visitors. */
    public record Limits(int text, int frame, int mergeUndoSeconds, int reopenHours, int patienceSeconds) {}

    public static String welcome(Greeting greeting, List<Followed> conversations) {
        Participant self = greeting.self().participant();
        return frame(
                "welcome",
                o -> o.put("session", greeting.session())
                        .with("self", s -> {
                            s.put("kind", self.kind().wire())
                                    .put("id", self.id())
                                    .putOrNull("name", self.name());
                            if (greeting.status() != null) {
                                s.put("status", greeting.status().wire());
                                s.texts(
                                        "roles",
                                        greeting.self().roles().stream()
                                                .map(Role::group)
                                                .sorted()
                                                .toList());
                                s.texts(
                                        "departments",
                                        greeting.departments().stream()
                                                .map(DepartmentId::toString)
                                                .toList());
                            }
                        })
                        .put("heartbeat", greeting.heartbeat())
                        .with("limits", l -> {
                            Limits limits = greeting.limits();
                            l.put("text", limits.text()).put("frame", limits.frame());
                            if (greeting.self().isStaff()) {
                                l.put("mergeUndo", limits.mergeUndoSeconds()).put("reopenHours", limits.reopenHours());
                            } else {
                                l.put("patience", limits.patienceSeconds());
                            }
                        })
                        .put("batch", greeting.batch() ? true : null)
                        .withAll(
                                "conversations",
                                conversations,
                                (c, followed) -> summary(
                                        c,
                                        followed.conversation(),
                                        readBy(self, followed.receipts()),
                                        greeting.self().isStaff())));
    }

    /** How far a participant has read; 0 when they have no receipt. */
    public static long readBy(Participant reader, List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.participant().is(reader))
                .mapToLong(Receipt::read)
                .findFirst()
                .orElse(0);
    }

    public static String synced() {
        return frame("synced", o -> {});
    }

    /**
     * @param read how far the receiver has read; null when they take no part
     * @param forStaff whether to tell of notes
     * @param revoked the receiver may not see it from now on
     */
    public static String conversation(Conversation conversation, Long read, boolean forStaff, boolean revoked) {
        return frame("conversation", o -> {
            summary(o, conversation, read, forStaff);
            if (revoked) {
                o.put("revoked", true);
            }
        });
    }

    public static String entry(Entry entry) {
        return frame("entry", o -> entry(o, entry));
    }

    public static String receipt(Receipt receipt) {
        return frame(
                "receipt",
                o -> o.put("conversation", receipt.conversation())
                        .put("participant", receipt.participant())
                        .put("delivered", receipt.delivered())
                        .put("read", receipt.read()));
    }

    public static String typing(ConversationId conversation, Participant participant, String text) {
        return frame(
                "typing",
                o -> o.put("conversation", conversation)
                        .put("participant", participant)
                        .put("text", text));
    }

    /** @param operators each with the status for others */
    public static String presence(List<Operator> operators, List<Availability> departments) {
        return frame(
                "presence",
                o -> o.withAll(
                                "operators",
                                operators,
                                (p, operator) -> p.put("id", operator.id())
                                        .put("name", operator.name())
                                        .put("status", operator.status().wire()))
                        .withAll("departments", departments, ServerFrame::availability));
    }

    /** {@code presence} for visitors: their departments, without operators. */
    public static String availability(List<Availability> departments) {
        return frame("presence", o -> o.withAll("departments", departments, ServerFrame::availability));
    }

    private static void availability(Json o, Availability one) {
        o.put("id", one.department().id())
                .put("site", one.department().site())
                .put("key", one.department().key())
                .put("name", one.department().name())
                .put("open", one.open())
                .put("staffed", one.staffed())
                .put("accepting", one.accepting())
                .put("letsStart", one.letsStart());
        time(o, "opens", one.opens());
    }

    public static String queue(QueuePosition position) {
        return frame("queue", o -> {
            o.put("conversation", position.conversation()).put("position", position.position());
            if (position.expected() != null) {
                o.put("waiting", position.expected().toSeconds());
            }
        });
    }

    /** Somebody else has changed the receiver's status. */
    public static String status(OperatorStatus status, Participant by) {
        return frame("status", o -> o.put("status", status.wire()).put("by", by));
    }

    public static String pong(Map<ConversationId, Map<String, Long>> heads) {
        return frame(
                "pong",
                o -> o.with(
                        "heads",
                        all -> heads.forEach((conversation, logs) ->
                                all.with(conversation.toString(), one -> logs.forEach(one::put)))));
    }

    /** @param facts further fields of the ack, in order */
    public static String ack(String re, Map<String, ?> facts) {
        return frame("ack", o -> {
            o.put("re", re);
            facts.forEach((name, value) -> o.put(name, value));
        });
    }

    /** The ack of a command that wrote an entry. */
    public static String ackOfEntry(String re, Entry entry) {
        return frame(
                "ack",
                o -> o.put("re", re)
                        .put("conversation", entry.conversation())
                        .put("seq", entry.seq())
                        .put("at", entry.at()));
    }

    /** The ack of a command that changed a conversation. */
    public static String ackOfConversation(String re, Conversation conversation) {
        return ack(re, Map.of("conversation", conversation.id()));
    }

    /** The ack of a command that changed an operator's status. */
    public static String ackOfOperator(String re, Operator operator) {
        return ack(re, Map.of("status", operator.status().wire()));
    }

    /** @param mostBytes of UTF-8; entries that do not fit are left out at the end, but never all */
    public static String page(String re, EntryPage page, int mostBytes) {
        String whole = frame(
                "ack",
                o -> o.put("re", re)
                        .withAll("entries", page.entries(), ServerFrame::entry)
                        .put("head", page.head()));
        int entries = page.entries().size();
        return entries <= 1 || whole.getBytes(StandardCharsets.UTF_8).length <= mostBytes
                ? whole
                : page(re, new EntryPage(page.entries().subList(0, entries / 2), page.head()), mostBytes);
    }

    /** @param re the command's id, or null */
    public static String error(String re, ChatException error) {
        return frame("error", o -> {
            o.put("re", re).put("code", error.code().wire()).put("message", error.getMessage());
            o.put("field", error.field());
            if (error.retryAfter() > 0) {
                o.put("retryAfter", error.retryAfter());
            }
            if (error instanceof TakenException taken) {
                o.put("owner", taken.owner());
            }
        });
    }

    public static String bye(CloseCode code) {
        return frame(
                "bye",
                o -> o.put("code", code.code()).put("reason", code.reason()).put("reconnect", code.reconnect()));
    }

    /** @param retryAfter seconds after which to come back */
    public static String bye(CloseCode code, int retryAfter) {
        return frame(
                "bye",
                o -> o.put("code", code.code())
                        .put("reason", code.reason())
                        .put("reconnect", code.reconnect())
                        .put("retryAfter", retryAfter));
    }

    /** @param absence null for a participant who is there */
    public static String there(ConversationId conversation, Participant participant, Absence absence) {
        return frame("there", o -> {
            o.put("conversation", conversation).put("participant", participant).put("there", absence == null);
            if (absence != null) {
                o.put("since", absence.since())
                        .put("offline", absence.offline())
                        .put("until", absence.until());
            }
        });
    }

    public static String frame(String type, Consumer<Json> content) {
        return Json.object(o -> content.accept(o.put("type", type)));
    }

    private static void entry(Json o, Entry entry) {
        o.put("conversation", entry.conversation())
                .put("log", entry.log().wire())
                .put("seq", entry.seq())
                .put("at", entry.at())
                .put("kind", entry.kind().wire())
                .put("author", entry.author())
                .put("text", entry.text())
                .put("id", entry.clientId());
        if (!entry.data().isEmpty()) {
            o.with("data", d -> entry.data().forEach(d::put));
        }
    }

    private static void summary(Json o, Conversation c, Long read, boolean forStaff) {
        o.put("id", c.id())
                .put("site", c.site())
                .put("status", c.status().wire())
                .with("department", d -> d.put("id", c.department()).put("name", c.departmentName()))
                .put("owner", c.owner())
                .put("visitor", c.visitor())
                .with("head", h -> h.put("public", c.publicHead()).put("internal", forStaff ? c.internalHead() : 0L));
        if (read != null) {
            o.with("read", r -> r.put("public", read));
        }
        o.put("opened", c.opened())
                .putOrNull("closed", c.closed())
                .putOrNull("subject", c.subject())
                .put("leftMessage", c.handling().leftMessage())
                .put("mergedInto", c.handling().mergedInto())
                .put("version", c.version());
        if (!c.handling().merged().isEmpty()) {
            o.texts(
                    "merged",
                    c.handling().merged().stream().map(ConversationId::toString).toList());
        }
        if (forStaff) {
            handling(o, c.handling());
        }
    }

    private static void handling(Json o, Handling handling) {
        o.put("priority", handling.priority().wire())
                .texts("tags", handling.tags())
                .put("language", handling.language());
        time(o, "queued", handling.queued());
        time(o, "responded", handling.responded());
        Offer offer = handling.offer();
        if (offer != null) {
            o.with("offer", f -> offer(f, offer));
        }
    }

    private static void offer(Json o, Offer offer) {
        o.put("operator", offer.operator()).put("until", offer.until());
        if (offer.passedOn() != null) {
            o.put("from", offer.passedOn().by()).put("note", offer.passedOn().note());
        }
    }

    private static void time(Json o, String name, Instant at) {
        if (at != null) {
            o.put(name, at);
        }
    }
}
