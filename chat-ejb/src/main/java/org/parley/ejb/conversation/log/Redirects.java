package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.conversation.row.ConversationRow;

/**
 * Finds where merged conversations go on, also over several merges. It looks without a lock, takes all locks in the
 * order of ids, and trusts only what it sees then.
 */
@ApplicationScoped
public class Redirects {
    @Inject
    EntityManager entityManager;

    @Inject
    ConversationRows rows;

    @Inject
    Heads heads;

    /** The locked heads of the conversations, and of the ones in which they go on. */
    Map<ConversationId, Head> lock(Collection<ConversationId> asked) {
        Map<ConversationId, Head> locked = new HashMap<>(heads.lock(withTargets(asked)));
        Set<ConversationId> lookedFor = new HashSet<>(asked);
        Set<ConversationId> missing = missing(locked, lookedFor);
        while (!missing.isEmpty()) {
            // A merge was committed between the look and the lock.
            lookedFor.addAll(missing);
            locked.putAll(heads.lock(missing));
            missing = missing(locked, lookedFor);
        }
        return locked;
    }

    /** @param lookedFor conversations that were not found are not looked for again */
    private static Set<ConversationId> missing(Map<ConversationId, Head> locked, Set<ConversationId> lookedFor) {
        Set<ConversationId> missing = new TreeSet<>();
        locked.values().forEach(head -> {
            ConversationId target = head.now().handling().mergedInto();
            if (target != null && !locked.containsKey(target) && !lookedFor.contains(target)) {
                missing.add(target);
            }
        });
        return missing;
    }

    /**
     * The conversation in which {@code asked} goes on, or null. It is itself merged when the final target is not
     * locked, or the way leads back.
     */
    static Head destination(Map<ConversationId, Head> locked, ConversationId asked) {
        Head head = locked.get(asked);
        for (int steps = 0; head != null && steps < locked.size(); steps++) {
            Head next = locked.get(head.now().handling().mergedInto());
            if (next == null) {
                return head;
            }
            head = next;
        }
        return head;
    }

    /** The conversation in which this one goes on, locked. */
    public ConversationRow lock(ConversationId asked) {
        withTargets(List.of(asked)).forEach(id -> rows.lock(id));
        ConversationRow row = rows.lock(asked);
        Set<ConversationId> passed = new HashSet<>();
        while (row.merging().target() != null && passed.add(row.id())) {
            row = rows.lock(row.merging().target());
        }
        return row;
    }

    /** The conversations and all in which they go on, as the database has them now. */
    public Set<ConversationId> withTargets(Collection<ConversationId> asked) {
        Set<ConversationId> known = new TreeSet<>(asked);
        List<ConversationId> next = List.copyOf(asked);
        while (!next.isEmpty()) {
            next = targets(next).stream().filter(known::add).toList();
        }
        return known;
    }

    private List<ConversationId> targets(Collection<ConversationId> conversations) {
        return entityManager
                .createQuery("""
                        select c.merging.target
                        from ConversationRow c
                        where c.id in :ids and c.merging.target is not null""", String.class)
                .setParameter(
                        "ids", conversations.stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(ConversationId::of)
                .toList();
    }
}
