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

    /** @return whether it is the participant's first device */
    public boolean add(Connection connection) {
        boolean[] first = new boolean[1];
        byParticipant.compute(Key.of(connection.participant()), (key, devices) -> {
            Set<Connection> all = devices == null ? ConcurrentHashMap.newKeySet() : devices;
            first[0] = all.isEmpty();
            all.add(connection);
            return all;
        });
        return first[0];
    }

    /** @return whether it was the participant's last device */
    public boolean remove(Connection connection) {
        boolean[] last = new boolean[1];
        byParticipant.computeIfPresent(Key.of(connection.participant()), (key, devices) -> {
            last[0] = devices.remove(connection) && devices.isEmpty();
            return devices.isEmpty() ? null : devices;
        });
        return last[0];
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
