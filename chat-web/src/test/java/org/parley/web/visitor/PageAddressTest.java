package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class PageAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a?b=c|d[1], https://shop.example/a?b=c|d[1]",
        "https://shop.example/a#token=1, https://shop.example/a",
        "https://shop.example#x#y, https://shop.example",
        "http://ada:secret@shop.example:8080/a@b, http://shop.example:8080/a@b",
        "HTTPS://a@b@shop.example/?q=@, HTTPS://shop.example/?q=@",
        "https://shop.example:/, https://shop.example:/",
        "https://[2001:db8::1]:8443/a, https://[2001:db8::1]:8443/a",
        "https://[::ffff:1.2.3.4]/, https://[::ffff:1.2.3.4]/",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/",
        "http://0x7f.1/, http://0x7f.1/",
        "https://müller.example/ä, https://müller.example/ä",
        "https://例え.テスト/, https://例え.テスト/",
        "https://xn--mller-kva.example/, https://xn--mller-kva.example/",
        "https://%C3%BC.example/, https://%C3%BC.example/",
        "https://a_b+c.example./, https://a_b+c.example./",
        "https://shop.example/%, https://shop.example/%",
        "https://☃.example/?%zz, https://☃.example/?%zz"
    })
    void fragmentsAndCredentialsShouldBeLeftOut(String said, String kept) {
        assertThat(PageAddress.of("url", said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://shop.example/",
                "//shop.example/",
                "/cart",
                "https://",
                "https:///path",
                "https://user@/",
                "https://shop.example/a b",
                "https://shop.example/\nx",
                "https://%",
                "https://%zz/",
                "https://%ff/",
                "https://%2f/",
                "https://a%00b/",
                "https://a<b/",
                "https://a^b/",
                "https://a|b/",
                "https://[/",
                "https://[::1/",
                "https://[]/",
                "https://[::zz]/",
                "https://[1::2::3]/",
                "https://shop.example:port/",
                "https://shop.example:65536/",
                "https://shop.example:1:2/",
                "https://:80/",
                "https://1.2.3.256/",
                "https://1.2.3.4.5/",
                "https://shop.1/",
                "https://0x1ffffffff/",
                "https://09/",
                "https://xn--/",
                "https://xn--a/",
                "https://\u00ad/",
                "https://\u2100.example/",
                "https://\ufffd/",
                "https://\ud800/",
                " https://shop.example/",
                ""
            })
    void whatIsNoWebPageShouldBeRefused(String said) {
        assertThatThrownBy(() -> PageAddress.of("url", said)).isInstanceOfSatisfying(ChatException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID);
            assertThat(e.field()).isEqualTo("url");
        });
        assertThat(PageAddress.orNull(said)).isNull();
    }

    @Test
    void lengthShouldBeLimited() {
        String longest = "https://shop.example/" + "x".repeat(2000 - 21);
        assertThat(PageAddress.of("url", longest)).isEqualTo(longest);
        assertThatThrownBy(() -> PageAddress.of("url", longest + "x"))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void titleShouldBeOneLineOfLimitedLength() {
        assertThat(PageAddress.title(" A\n\t page ")).isEqualTo("A page");
        assertThat(PageAddress.title(" \n ")).isNull();
        assertThat(PageAddress.title(null)).isNull();
        assertThat(PageAddress.title("x".repeat(299) + "😀")).hasSize(299);
    }
}
