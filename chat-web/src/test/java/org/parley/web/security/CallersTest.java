package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.event.EventFeed;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorDescribed;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;

class CallersTest {
    private static final VisitorId ID = VisitorId.of("6f2b1c5e-0f4d-4c53-9a53-0f6f2c6f7a01");

    private final Callers callers = new Callers();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private Consumer<Object> listener;
    private String name = "Vera";

    @BeforeEach
    void wireUp() {
        callers.visitors = (Visitors) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Visitors.class}, (self, method, arguments) -> {
                    reads.incrementAndGet();
                    return Optional.of(visitor());
                });
        callers.events = new EventFeed() {
            @Override
            public <E> void subscribe(Class<E> type, Consumer<? super E> heard) {
                listener = event -> heard.accept(type.cast(event));
            }
        };
        callers.prepare();
    }

    private Visitor visitor() {
        return new Visitor(ID, "shop", null, name, Map.of(), Instant.EPOCH);
    }

    @Test
    void expectedVisitorShouldNotBeLookedUp() {
        callers.expect(visitor());

        assertThat(find(identity("parley", "shop"), Role.VISITOR)).isPresent();

        assertThat(reads).hasValue(0);
    }

    @Test
    void newNameShouldCountAtOnce() {
        callers.expect(visitor());
        name = "Vera Cruz";

        listener.accept(new VisitorDescribed(visitor()));

        assertThat(find(identity("parley", "shop"), Role.VISITOR)
                        .orElseThrow()
                        .participant()
                        .name())
                .isEqualTo("Vera Cruz");
    }

    /** A refused role costs memory on Payara for as long as the connection lasts. */
    @Test
    void visitorShouldBeAskedForNoOtherRole() {
        Optional<Caller> caller = find(identity("parley", "shop"), Role.VISITOR);

        assertThat(caller.orElseThrow().participant().id()).isEqualTo(ID.toString());
        assertThat(caller.orElseThrow().isStaff()).isFalse();
        assertThat(asked).containsExactly("chat-visitor");
    }

    @Test
    void visitorOfAnotherSiteShouldBeNobody() {
        assertThat(find(identity("parley", "elsewhere"), Role.VISITOR)).isEmpty();
    }

    @Test
    void providerShouldMakeNobodyAVisitor() {
        assertThat(find(identity("https://login.example", "shop"), Role.VISITOR))
                .isEmpty();
    }

    @Test
    void nobodyShouldComeOfNoRole() {
        assertThat(find(identity("parley", null))).isEmpty();
        assertThat(asked).contains("chat-operator", "chat-supervisor", "chat-admin");
    }

    private Optional<Caller> find(Identity identity, Role... roles) {
        List<String> groups = List.of(roles).stream().map(Role::group).toList();
        return callers.find(identity, role -> {
            asked.add(role);
            return groups.contains(role);
        });
    }

    private static Identity identity(String issuer, String site) {
        return new Identity(issuer, ID.toString(), "Vera", site, Set.of(), Instant.MAX);
    }
}
