package org.parley.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.event.EventFeed;
import org.parley.api.site.Site;
import org.parley.api.site.SiteChanged;
import org.parley.api.site.Sites;

class KnownSitesTest {
    private final KnownSites known = new KnownSites();
    private final AtomicReference<Optional<Site>> stored = new AtomicReference<>(Optional.empty());
    private final AtomicInteger reads = new AtomicInteger();
    private Consumer<Object> listener;

    @BeforeEach
    void wireUp() {
        known.sites = (Sites) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Sites.class}, (self, method, arguments) -> {
                    reads.incrementAndGet();
                    return stored.get();
                });
        known.events = new EventFeed() {
            @Override
            public <E> void subscribe(Class<E> type, Consumer<? super E> heard) {
                listener = event -> heard.accept(type.cast(event));
            }
        };
        known.prepare();
    }

    @Test
    void siteShouldBeReadOnceForManyVisitors() {
        stored.set(Optional.of(new Site("shop", "Shop", Set.of(), null)));

        assertThat(known.find("shop")).isPresent();
        assertThat(known.find("shop")).isPresent();

        assertThat(reads).hasValue(1);
    }

    @Test
    void changeShouldCountAtOnce() {
        assertThat(known.find("shop")).isEmpty();
        stored.set(Optional.of(new Site("shop", "Shop", Set.of("https://shop.example"), null)));

        listener.accept(new SiteChanged("shop"));

        assertThat(known.find("shop").orElseThrow().origins()).containsExactly("https://shop.example");
    }
}
