package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingLoaderTest {
    private static final String PROVIDERS = "META-INF/services/java.lang.Runnable";

    private final List<String> asked = new ArrayList<>();
    private final RememberingLoader loader = new RememberingLoader(new ClassLoader(null) {
        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            asked.add(name);
            return Collections.enumeration(
                    List.of(URI.create("file:/providers/" + asked.size()).toURL()));
        }
    });

    @Test
    void providersShouldBeLookedForOnce() throws IOException {
        List<URL> first = Collections.list(loader.getResources(PROVIDERS));
        List<URL> second = Collections.list(loader.getResources(PROVIDERS));

        assertThat(first).hasSize(1).isEqualTo(second);
        assertThat(asked).containsExactly(PROVIDERS);
    }

    @Test
    void otherFilesShouldBeLookedForEachTime() throws IOException {
        loader.getResources("texts.properties");
        loader.getResources("texts.properties");

        assertThat(asked).containsExactly("texts.properties", "texts.properties");
    }
}
