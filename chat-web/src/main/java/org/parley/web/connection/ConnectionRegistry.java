package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

/** Who is connected to this node, with how many devices. */
@ApplicationScoped
public class ConnectionRegistry {
    private record Key(ParticipantKind kind, String id) {
        static Key of(Participant participant) {
            return new Key(participant.kind(), participant.id());
        }
    }

    private final Map<Key, Set<Connection>> byParticipant = new ConcurrentHashMap<>();
    private final Map<String, Integer> byPrincipal = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    public void add(Connection connection) {
        byParticipant.compute(Key.of(connection.participant()), (key, devices) -> {
            Set<Connection> all = devices == null ? ConcurrentHashMap.newKeySet() : devices;
            all.add(connection);
            return all;
        });
        byPrincipal.merge(connection.identity().principalName(), 1, Integer::sum);
        size.incrementAndGet();
    }

    public void remove(Connection connection) {
        byParticipant.computeIfPresent(Key.of(connection.participant()), (key, devices) -> {
            if (devices.remove(connection)) {
                byPrincipal.computeIfPresent(
                        connection.identity().principalName(), (name, count) -> count == 1 ? null : count - 1);
                size.decrementAndGet();
            }
            return devices.isEmpty() ? null : devices;
        });
    }

    /** How many connections one caller has, by the name of the principal in the token. */
    public int countOf(String principal) {
        return byPrincipal.getOrDefault(principal, 0);
    }

    /** How many connections there are. */
    public int size() {
        return size.get();
    }

    /** The devices of a participant; empty for null. */
    public Collection<Connection> of(Participant participant) {
        return participant == null ? List.of() : List.copyOf(byParticipant.getOrDefault(Key.of(participant), Set.of()));
    }

    public boolean isLive(Participant participant) {
        return byParticipant.containsKey(Key.of(participant));
    }

    /** The devices of all operators. */
    public List<Connection> staff() {
        return all().stream()
                .filter(connection -> connection.caller().isStaff())
                .toList();
    }

    public List<Connection> all() {
        return byParticipant.values().stream().flatMap(Set::stream).toList();
    }
}
