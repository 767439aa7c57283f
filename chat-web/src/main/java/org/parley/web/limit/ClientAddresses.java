package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out where requests come from. {@code Forwarded} and {@code X-Forwarded-For} count only when a proxy of
 * {@code parley.proxies} sent them, because anybody can write them.
 */
@ApplicationScoped
public class ClientAddresses {
    @Inject
    @ConfigProperty(name = "parley.proxies")
    Optional<String> proxies;

    private List<AddressRange> trusted;

    /** A wrong setting shall stop the deployment, not the first request. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    @PostConstruct
    void prepare() {
        try {
            trusted = Stream.of(proxies.orElse("").split("[ ,]+"))
                    .filter(range -> !range.isEmpty())
                    .map(AddressRange::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "parley.proxies lists addresses and ranges such as 10.0.0.0/8 or 2001:db8::/32.", e);
        }
    }

    public ClientAddress of(HttpServletRequest request) {
        InetAddress peer = Optional.ofNullable(request.getRemoteAddr())
                .flatMap(ClientAddress::parse)
                .orElse(null);
        if (peer == null) {
            return ClientAddress.UNKNOWN;
        }
        return ClientAddress.of(isTrusted(peer) ? behind(peer, request) : peer);
    }

    /** A proxy writes one of the headers and passes the other on unchanged, so two different ones are not believed. */
    private InetAddress behind(InetAddress proxy, HttpServletRequest request) {
        List<String> forwarded = elements(request, "Forwarded");
        List<String> chain = elements(request, "X-Forwarded-For");
        InetAddress byStandard =
                walk(proxy, forwarded.stream().map(ClientAddresses::sender).toList());
        InetAddress byCustom = walk(proxy, chain);
        if (forwarded.isEmpty() || chain.isEmpty()) {
            return forwarded.isEmpty() ? byCustom : byStandard;
        }
        return byStandard.equals(byCustom) ? byStandard : proxy;
    }

    /**
     * From the right, where the nearest proxy wrote, to the first node that is no proxy of ours or tells no address.
     */
    private InetAddress walk(InetAddress proxy, List<String> nodes) {
        InetAddress client = proxy;
        for (int i = nodes.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = ClientAddress.parse(withoutPort(nodes.get(i)));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Commas separate, within quotes too, because an open quote of the client must not hide what the proxy has added.
     */
    private static List<String> elements(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** The {@code for} of one element of {@code Forwarded} (RFC 7239); empty when it has none. */
    private static String sender(String element) {
        return Arrays.stream(element.split(";"))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("for"))
                .map(pair -> pair[1].strip().replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private static String withoutPort(String node) {
        if (node.startsWith("[")) {
            return node.substring(1, Math.max(1, node.indexOf(']')));
        }
        // More than one colon is an IPv6 address without brackets, and that has no port.
        return node.indexOf(':') == node.lastIndexOf(':') ? node.replaceFirst(":[0-9]+$", "") : node;
    }
}
