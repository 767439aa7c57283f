package org.parley.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.api.security.Role;

/** A request whose body has been read, so that reading it never waits for the network. */
final class BodyRequest extends HttpServletRequestWrapper {
    // A dispatch goes to the decoded path, where a question mark of the path would begin a query.
    private final String uri;
    private final StringBuffer url;
    private final String query;
    private byte[] body;
    /** Null while the container knows them. */
    private Set<String> roles;

    BodyRequest(HttpServletRequest request, byte[] body) {
        super(request);
        uri = request.getRequestURI();
        url = request.getRequestURL();
        query = request.getQueryString();
        this.body = body;
    }

    void bring(byte[] content) {
        body = content;
    }

    /** Remembers the caller, on the thread that the container has authenticated. */
    void keepRoles() {
        // Visitors are many, so they are asked for one role only: Payara keeps for each caller what it computes to
        // refuse a role.
        roles = super.isUserInRole(Role.VISITOR.group())
                ? Set.of(Role.VISITOR.group())
                : Arrays.stream(Role.values())
                        .map(Role::group)
                        .filter(super::isUserInRole)
                        .collect(Collectors.toSet());
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles == null ? super.isUserInRole(role) : roles.contains(role);
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(url);
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public int available() {
                return bytes.available();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body has been read");
            }
        };
    }
}
