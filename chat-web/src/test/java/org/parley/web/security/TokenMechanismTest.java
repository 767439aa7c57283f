package org.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenMechanismTest {
    private static final int CONTAINERS_OWN = 200;

    @Test
    void whatNobodyAnswersShouldBeUnavailable() {
        assertThat(statusOfUnanswered("/api/v1")).isEqualTo(503);
        assertThat(statusOfUnanswered("/api/v1/poll")).isEqualTo(503);
    }

    @Test
    void filesAndHandshakesShouldBeLeftToTheContainer() {
        assertThat(statusOfUnanswered("/widget/")).isEqualTo(CONTAINERS_OWN);
        assertThat(statusOfUnanswered("/socket")).isEqualTo(CONTAINERS_OWN);
    }

    private static int statusOfUnanswered(String servletPath) {
        TokenMechanism mechanism = new TokenMechanism();
        mechanism.origins = new Origins();
        AtomicInteger status = new AtomicInteger(CONTAINERS_OWN);
        HttpServletRequest request = fake(HttpServletRequest.class, Map.of("getServletPath", servletPath));
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                TokenMechanismTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    status.set((int) arguments[0]);
                    return null;
                });
        mechanism.admit(request, response, false);
        return status.get();
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                TokenMechanismTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("getHeaders")
                        ? java.util.Collections.emptyEnumeration()
                        : answers.get(method.getName())));
    }
}
