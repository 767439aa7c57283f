package org.parley.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.web.page.Encoding.BROTLI;
import static org.parley.web.page.Encoding.GZIP;
import static org.parley.web.page.Encoding.PLAIN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    @Test
    void browsersShouldGetBrotli() {
        assertThat(Encoding.acceptedBy("gzip, deflate, br, zstd")).containsExactly(BROTLI, GZIP, PLAIN);
        assertThat(Encoding.acceptedBy("*")).containsExactly(BROTLI, GZIP, PLAIN);
    }

    @Test
    void weightsShouldDecide() {
        assertThat(Encoding.acceptedBy("br;q=0.5, GZIP ; q=0.8")).containsExactly(GZIP, BROTLI, PLAIN);
        assertThat(Encoding.acceptedBy("gzip;q=0, *;q=0.1")).containsExactly(BROTLI, PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "identity", "gzip;q=0", "br;q=0.0, gzip;q=0", "*;q=0", "gzip;q=much", ";", ",;q=1,", "xgzip"
            })
    void whoTakesNothingCompressedShouldGetItPlain(String header) {
        assertThat(Encoding.acceptedBy(header)).containsExactly(PLAIN);
        assertThat(Encoding.acceptedBy(null)).containsExactly(PLAIN);
    }
}
