package org.parley.ejb.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hashes and checks passwords. */
@ApplicationScoped
public class Passwords {
    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @Inject
    @ConfigProperty(name = "parley.password.rounds")
    int rounds;

    private String decoy;

    @PostConstruct
    void configure() {
        // The algorithm, and the usual rounds, are those of OWASP's Password Storage Cheat Sheet (2023).
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(rounds),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
        decoy = hash("nobody has this password");
    }

    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** @param hash null is never right, but takes as long, so that the time does not tell who has an account */
    public boolean verify(String password, String hash) {
        boolean right = pbkdf2.verify(password.toCharArray(), hash == null ? decoy : hash);
        return right && hash != null;
    }
}
