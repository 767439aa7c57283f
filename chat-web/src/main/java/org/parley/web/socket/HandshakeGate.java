package org.parley.web.socket;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Admission;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.protocol.Problem;
import org.parley.web.security.Identity;
import org.parley.web.security.TokenMechanism;

/** Refuses handshakes by a plain HTTP answer before the upgrade. */
@WebFilter("/socket")
public class HandshakeGate implements Filter {
    /** Payara takes a fresh buffer of this size for each message of a socket; 8 KiB by default. Longer messages need none. */
    private static final int MESSAGE_BUFFER = 512;

    @Inject
    Admission admission;

    @Inject
    ClientAddresses addresses;

    @Override
    public void doFilter(ServletRequest request, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        try {
            HttpServletRequest handshake = (HttpServletRequest) request;
            Identity identity = (Identity) handshake.getAttribute(TokenMechanism.IDENTITY);
            if (identity != null) {
                admission.admit(identity, addresses.of(handshake));
            }
        } catch (ChatException e) {
            Problem.send((HttpServletResponse) answer, e);
            return;
        }
        answer.setBufferSize(MESSAGE_BUFFER);
        chain.doFilter(request, answer);
    }
}
