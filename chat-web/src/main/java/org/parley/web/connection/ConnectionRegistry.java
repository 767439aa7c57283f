package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.web.limit.ClientAddress;

/** The connections of this node, by participant. */
@ApplicationScoped
public class ConnectionRegistry {
    private record Key(ParticipantKind kind, String id) {
        static Key of(Participant participant) {
            return new Key(participant.kind(), participant.id());
        }
    }

    /** Each list is replaced, never changed: most participants have one device. */
    private final Map<Key, List<Connection>> byParticipant = new ConcurrentHashMap<>();

    private final Map<String, Integer> byPrincipal = new ConcurrentHashMap<>();
    private final Map<ConversationId, Set<Connection>> followers = new ConcurrentHashMap<>();
    /** How many connections of visitors come from each network. */
    private final Map<String, Integer> visitors = new ConcurrentHashMap<>();

    private final Set<Connection> staff = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger visitorSize = new AtomicInteger();

    public void add(Connection connection) {
        byParticipant.merge(
                Key.of(connection.participant()),
                List.of(connection),
                (before, added) ->
                        Stream.of(before, added).flatMap(List::stream).toList());
        byPrincipal.merge(connection.identity().principalName(), 1, Integer::sum);
        size.incrementAndGet();
        if (connection.caller().isStaff()) {
            staff.add(connection);
        } else {
            visitorSize.incrementAndGet();
            visitors.merge(network(connection), 1, Integer::sum);
        }
    }

    private static String network(Connection connection) {
        return ClientAddress.network(connection.agent().address());
    }

    public void remove(Connection connection) {
        connection.feeds().followed().forEach(conversation -> unfollow(conversation, connection));
        byParticipant.computeIfPresent(Key.of(connection.participant()), (key, devices) -> {
            if (!devices.contains(connection)) {
                return devices;
            }
            countDown(byPrincipal, connection.identity().principalName());
            size.decrementAndGet();
            if (!staff.remove(connection)) {
                visitorSize.decrementAndGet();
                countDown(visitors, network(connection));
            }
            List<Connection> rest =
                    devices.stream().filter(one -> one != connection).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    private static void countDown(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Makes the device a follower of a conversation in which its user takes no part. */
    public void follow(ConversationId conversation, Connection device) {
        followers.compute(conversation, (id, devices) -> {
            Set<Connection> all = devices == null ? ConcurrentHashMap.newKeySet() : devices;
            all.add(device);
            return all;
        });
    }

    public void unfollow(ConversationId conversation, Connection device) {
        followers.computeIfPresent(conversation, (id, devices) -> {
            devices.remove(device);
            return devices.isEmpty() ? null : devices;
        });
    }

    /** The devices that follow a conversation without taking part. */
    public Collection<Connection> followers(ConversationId conversation) {
        return followers.getOrDefault(conversation, Set.of());
    }

    /** How many connections one caller has, by the principal of the token. */
    public int countOf(String principal) {
        return byPrincipal.getOrDefault(principal, 0);
    }

    /** How many connections there are. */
    public int size() {
        return size.get();
    }

    /** How many connections visitors have. */
    public int visitors() {
        return visitorSize.get();
    }

    /** How many connections visitors of one network have. */
    public int visitorsOf(String network) {
        return visitors.getOrDefault(network, 0);
    }

    /** The devices of a participant; empty for null. */
    public Collection<Connection> of(Participant participant) {
        return participant == null ? List.of() : byParticipant.getOrDefault(Key.of(participant), List.of());
    }

    /** Whether a participant has a greeted device. */
    public boolean reaches(Participant participant) {
        return of(participant).stream().anyMatch(device -> device.isGreeted() && !device.isClosed());
    }

    public boolean isLive(Participant participant) {
        return byParticipant.containsKey(Key.of(participant));
    }

    /** The devices of all operators. */
    public Collection<Connection> staff() {
        return Collections.unmodifiableSet(staff);
    }

    public List<Connection> all() {
        return byParticipant.values().stream().flatMap(List::stream).toList();
    }
}
