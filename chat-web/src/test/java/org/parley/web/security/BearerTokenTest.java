package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BearerTokenTest {
    @Test
    void theHeaderShouldBeRead() {
        assertThat(BearerToken.of("Bearer abc.def.ghi", List.of())).contains("abc.def.ghi");
        assertThat(BearerToken.of("bearer abc", null)).contains("abc");
        assertThat(BearerToken.of("Basic abc", List.of())).isEmpty();
    }

    @Test
    void theSubprotocolShouldBeReadHoweverItIsListed() {
        assertThat(BearerToken.of(null, List.of("chat.v1, bearer.abc.def"))).contains("abc.def");
        assertThat(BearerToken.of(null, List.of("chat.v1", "bearer.abc"))).contains("abc");
        assertThat(BearerToken.of(null, List.of("chat.v1"))).isEmpty();
    }
}
