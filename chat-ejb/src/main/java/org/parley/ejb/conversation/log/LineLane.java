package org.parley.ejb.conversation.log;

import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Line;
import org.parley.ejb.command.Given;
import org.parley.ejb.command.LaneWriter;
import org.parley.ejb.conversation.log.Drafts.Draft;
import org.parley.ejb.database.KeptConnection;
import org.parley.ejb.time.WriteTimes;

/**
 * Writes lines by heads that it remembers. The database proves them: an entry is stored only where the version of its
 * conversation is still the remembered one, so a right that depends on the conversation is never out of date
 * (ADR-0034).
 */
final class LineLane implements LaneWriter {
    private static final Logger LOG = Logger.getLogger(LineLane.class.getName());

    /** Conversations that are written to at about the same time; a forgotten head costs one more look. */
    private static final int MOST_HEADS = 4096;

    private final KeptConnection connection;
    private final WriteTimes times;
    private final Consumer<Object> tell;
    private final Clock clock;
    private final Map<ConversationId, Head> heads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Head> eldest) {
            return size() > MOST_HEADS;
        }
    };

    /** @param tell passes an event of something committed on */
    LineLane(KeptConnection connection, WriteTimes times, Consumer<Object> tell, Clock clock) {
        this.connection = connection;
        this.times = times;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public List<Given<?, ?>> write(List<Given<?, ?>> commands, Consumer<Runnable> news) {
        List<Given<Line, Entry>> lines = commands.stream().map(LineLane::line).toList();
        Set<Given<?, ?>> left = new LinkedHashSet<>(lines);
        try {
            Set<ConversationId> changed = store(lines, left, news);
            if (!changed.isEmpty()) {
                store(
                        lines.stream()
                                .filter(line -> changed.contains(line.command().conversation()))
                                .toList(),
                        left,
                        news);
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The lane lost its connection; its lines go by transactions", e);
            heads.clear();
        }
        return List.copyOf(left);
    }

    @SuppressWarnings("unchecked") // it takes lines only
    private static Given<Line, Entry> line(Given<?, ?> given) {
        return (Given<Line, Entry>) given;
    }

    /**
     * Stores what is not unusual.
     *
     * @param left loses what was stored
     * @return the conversations that have changed since their heads were remembered; nothing of them was stored
     */
    private Set<ConversationId> store(List<Given<Line, Entry>> lines, Set<Given<?, ?>> left, Consumer<Runnable> news)
            throws SQLException {
        look(lines);
        try (WriteTimes.Span span = times.span()) {
            Drafts drafts = new Drafts(clock.instant(), span);
            lines.forEach(line -> drafts.add(line, heads.get(line.command().conversation())));
            Set<ConversationId> stored = drafts.all().isEmpty()
                    ? Set.of()
                    : connection.call(kept -> LineStore.of(kept).store(kept, drafts));
            List<Draft> written = drafts.of(stored);
            written.forEach(draft -> {
                draft.given().done(draft.entry());
                left.remove(draft.given());
            });
            news.accept(() -> written.forEach(draft -> draft.events().forEach(tell)));
            return remember(drafts, stored);
        }
    }

    /** Looks up the heads that are not remembered. */
    private void look(List<Given<Line, Entry>> lines) throws SQLException {
        Set<ConversationId> unknown = lines.stream()
                .map(line -> line.command().conversation())
                .filter(conversation -> !heads.containsKey(conversation))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            heads.putAll(connection.call(kept -> Heads.look(kept, unknown)));
        }
    }

    /** @return the conversations that were not stored, and are not as they were remembered */
    private Set<ConversationId> remember(Drafts drafts, Set<ConversationId> stored) throws SQLException {
        Set<ConversationId> missed = new HashSet<>();
        for (Head head : drafts.heads()) {
            ConversationId conversation = head.now().id();
            if (stored.contains(conversation)) {
                heads.put(conversation, head);
            } else {
                missed.add(conversation);
            }
        }
        if (missed.isEmpty()) {
            return missed;
        }
        Map<ConversationId, Head> known = new HashMap<>(heads);
        heads.keySet().removeAll(missed);
        heads.putAll(connection.call(kept -> Heads.look(kept, missed)));
        missed.removeIf(conversation -> !heads.containsKey(conversation)
                || heads.get(conversation).now().version()
                        == known.get(conversation).now().version());
        return missed;
    }

    @Override
    public void close() {
        connection.close();
    }
}
