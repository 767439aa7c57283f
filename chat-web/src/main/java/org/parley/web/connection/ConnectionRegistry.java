package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    public void add(Connection connection) {
        byParticipant.compute(Key.of(connection.participant()), (key, devices) -> {
            Set<Connection> all = devices == null ? ConcurrentHashMap.newKeySet() : devices;
            all.add(connection);
            return all;
        });
    }

    public void remove(Connection connection) {
        byParticipant.computeIfPresent(Key.of(connection.participant()), (key, devices) -> {
            devices.remove(connection);
            return devices.isEmpty() ? null : devices;
        });
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
