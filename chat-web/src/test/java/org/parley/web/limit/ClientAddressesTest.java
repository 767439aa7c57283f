package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
    private static final String PROXIES = "10.0.0.0/8, 2001:db8:aaaa::/48 192.0.2.7";

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "2001:db8:1::5"})
    void whatAStrangerForwardsShouldNotCount(String peer) {
        assertThat(byStandard(peer, "for=198.51.100.1").text())
                .isEqualTo(addresses("").of(request(peer)).text());
        assertThat(byCustom(peer, "198.51.100.1").text())
                .isEqualTo(addresses("").of(request(peer)).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 198.51.100.1",
                "198.51.100.1:4711 | 198.51.100.1",
                "2001:db8:1::5 | 2001:db8:1:0:0:0:0:5",
                "[2001:db8:1::5] | 2001:db8:1:0:0:0:0:5",
                "[2001:db8:1::5]:4711 | 2001:db8:1:0:0:0:0:5",
                "::ffff:198.51.100.1 | 198.51.100.1",
                // The client wrote the left one; the proxies of the company wrote those at the right.
                "198.51.100.66, 198.51.100.1 | 198.51.100.1",
                "198.51.100.66, 198.51.100.1, 10.1.1.1 ,2001:db8:aaaa::1 | 198.51.100.1",
                "10.2.2.2, 10.1.1.1 | 10.2.2.2",
                "unknown, 10.1.1.1 | 10.1.1.1",
                "198.51.100.1, unknown | 10.9.9.9",
                "shop.example | 10.9.9.9",
                "198.51.100.256 | 10.9.9.9",
                "198.51.100 | 10.9.9.9",
                "[2001:db8:1::5 | 10.9.9.9",
                "[] | 10.9.9.9",
                "'' | 10.9.9.9",
            })
    void theNearestThatIsNoProxyShouldBeTheClient(String header, String client) {
        assertThat(byCustom("10.9.9.9", header).text()).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=198.51.100.1 | 198.51.100.1",
                "For=\"198.51.100.1:4711\";proto=https;by=203.0.113.43 | 198.51.100.1",
                "proto=https; for=\"[2001:db8:1::5]:4711\" | 2001:db8:1:0:0:0:0:5",
                "for=198.51.100.66, for=198.51.100.1, for=10.1.1.1 | 198.51.100.1",
                "for=198.51.100.1, for=unknown | 10.9.9.9",
                "for=198.51.100.1, for=_hidden | 10.9.9.9",
                "for=198.51.100.1, proto=https | 10.9.9.9",
                "for=\"open, for=198.51.100.1 | 198.51.100.1",
            })
    void theStandardHeaderShouldBeReadTheSameWay(String header, String client) {
        assertThat(byStandard("10.9.9.9", header).text()).isEqualTo(client);
    }

    @Test
    void headersOfSeveralLinesShouldBeOne() {
        assertThat(byCustom("10.9.9.9", "198.51.100.66", "198.51.100.1, 10.1.1.1")
                        .text())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void twoHeadersThatDifferShouldNotBeBelieved() {
        ClientAddresses addresses = addresses(PROXIES);
        assertThat(addresses
                        .of(request("10.9.9.9", "Forwarded", "for=198.51.100.1", "X-Forwarded-For", "198.51.100.1"))
                        .text())
                .isEqualTo("198.51.100.1");
        assertThat(addresses
                        .of(request("10.9.9.9", "Forwarded", "for=198.51.100.66", "X-Forwarded-For", "198.51.100.1"))
                        .text())
                .isEqualTo("10.9.9.9");
    }

    @Test
    void limitsShouldCountAnIpv6CustomerAsOne() {
        ClientAddresses addresses = addresses("");
        ClientAddress one = addresses.of(request("2001:db8:1:2::5%eth0"));
        ClientAddress neighbour = addresses.of(request("2001:db8:1:2:ffff::6"));
        ClientAddress stranger = addresses.of(request("2001:db8:1:3::5"));

        assertThat(one.network()).isEqualTo(neighbour.network()).isNotEqualTo(stranger.network());
        assertThat(one.text()).isEqualTo("2001:db8:1:2:0:0:0:5");
        assertThat(addresses.of(request("198.51.100.1")).network()).isEqualTo("198.51.100.1");
        assertThat(addresses.of(request("::ffff:198.51.100.1")).network()).isEqualTo("198.51.100.1");
        assertThat(addresses.of(request(null)).network()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "proxy.example",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                "/8",
                "2001:db8::/129"
            })
    void wrongRangesShouldStopTheDeployment(String wrong) {
        assertThatThrownBy(() -> addresses(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parley.proxies");
    }

    private static ClientAddress byCustom(String peer, String... lines) {
        return addresses(PROXIES).of(request(peer, pairs("X-Forwarded-For", lines)));
    }

    private static ClientAddress byStandard(String peer, String... lines) {
        return addresses(PROXIES).of(request(peer, pairs("Forwarded", lines)));
    }

    private static String[] pairs(String name, String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(new String[] {name, line}))
                .toArray(String[]::new);
    }

    private static ClientAddresses addresses(String proxies) {
        ClientAddresses addresses = new ClientAddresses();
        addresses.proxies = Optional.of(proxies);
        addresses.prepare();
        return addresses;
    }

    /** @param headers names and values in turn */
    private static HttpServletRequest request(String peer, String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeaders" -> Collections.enumeration(values(headers, (String) arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> values(String[] headers, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals(name)) {
                values.add(headers[i + 1]);
            }
        }
        return values;
    }
}
