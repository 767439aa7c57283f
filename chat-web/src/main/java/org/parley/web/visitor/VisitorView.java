package org.parley.web.visitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.VisitorId;
import org.parley.web.visitor.VisitorFrame.News;

/**
 * The live visitors as one watcher knows them: a window on a long list. All changes since the last look are told
 * together, in few frames, however many there were. Changes outside the window are not told.
 */
public final class VisitorView {
    /** Up to so many visitors have a frame each; more share frames. */
    static final int SINGLE = 5;

    static final int PACK = 20;

    private final VisitorWindow window;
    private final LiveVisitor after;
    private final Map<VisitorId, LiveVisitor> told = new LinkedHashMap<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile int total;

    /** @param after the visitor before the window's first; null for the beginning of the list */
    VisitorView(VisitorWindow window, LiveVisitor after) {
        this.window = window;
        this.after = after;
    }

    /** How many visitors fit, in the window and outside. */
    public int total() {
        return total;
    }

    /** Counts the visitors that fit, without telling anything. */
    void count(List<LiveVisitor> live) {
        total = (int) live.stream().filter(this::fits).count();
    }

    /**
     * The watcher's news, as frames.
     *
     * @param live all live visitors, newest first
     */
    synchronized List<String> look(List<LiveVisitor> live) {
        List<LiveVisitor> fitting = live.stream().filter(this::fits).toList();
        total = fitting.size();
        Map<VisitorId, LiveVisitor> seen = new LinkedHashMap<>();
        fitting.stream()
                .filter(visitor -> after == null || VisitBoard.NEWEST_FIRST.compare(visitor, after) > 0)
                .limit(window.limit())
                .forEach(visitor -> seen.put(visitor.id(), visitor));
        List<News> news = new ArrayList<>();
        told.values().stream()
                .filter(visitor -> !seen.containsKey(visitor.id()))
                .forEach(visitor -> news.add(new News(visitor, true)));
        seen.values().stream()
                .filter(visitor -> !visitor.equals(told.get(visitor.id())))
                .forEach(visitor -> news.add(new News(visitor, false)));
        told.clear();
        told.putAll(seen);
        return pack(news);
    }

    /** Whether the watcher has this visitor in the window. */
    public synchronized boolean shows(VisitorId visitor) {
        return told.containsKey(visitor);
    }

    private List<String> pack(List<News> news) {
        int size = news.size() <= SINGLE ? 1 : PACK;
        List<String> frames = new ArrayList<>();
        for (int from = 0; from < news.size(); from += size) {
            frames.add(VisitorFrame.of(news.subList(from, Math.min(news.size(), from + size)), total));
        }
        return frames;
    }

    private boolean fits(LiveVisitor visitor) {
        return (window.site() == null || window.site().equals(visitor.site()))
                && (window.text().isEmpty() || words(visitor).anyMatch(this::hasText));
    }

    private boolean hasText(String words) {
        return words != null && words.toLowerCase(Locale.ROOT).contains(window.text());
    }

    private static Stream<String> words(LiveVisitor visitor) {
        return Stream.concat(
                Stream.of(visitor.visitor().name(), visitor.page(), visitor.title(), visitor.address()),
                visitor.attributes().values().stream());
    }

    /** @return whether the watcher has read the last frames, so that more may follow */
    boolean beginTelling() {
        return telling.compareAndSet(false, true);
    }

    void endTelling() {
        telling.set(false);
    }
}
