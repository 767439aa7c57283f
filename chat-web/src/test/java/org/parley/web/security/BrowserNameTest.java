package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Edge    | Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0
            Opera   | Mozilla/5.0 (X11; Linux) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 OPR/120.0
            Chrome  | Mozilla/5.0 (X11; Linux) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36
            Chrome  | Mozilla/5.0 (iPhone) AppleWebKit/605.1 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1
            Firefox | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Safari  | Mozilla/5.0 (Macintosh) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/605.1
            """)
    void familyShouldBeTheYoungestThatIsNamed(String family, String userAgent) {
        assertThat(BrowserName.of(userAgent)).isEqualTo(family);
    }

    @Test
    void strangersShouldHaveNoName() {
        assertThat(BrowserName.of("Java-http-client/17")).isNull();
        assertThat(BrowserName.of(" ")).isNull();
        assertThat(BrowserName.of(null)).isNull();
    }

    @Test
    void languageShouldBeTheFirstWish() {
        assertThat(BrowserName.language("ar-EG,en;q=0.5")).isEqualTo("ar-EG");
        assertThat(BrowserName.language("en;q=0.5,zh-CN")).isEqualTo("zh-CN");
        assertThat(BrowserName.language("*")).isNull();
        assertThat(BrowserName.language("<script>")).isNull();
        assertThat(BrowserName.language(null)).isNull();
    }
}
