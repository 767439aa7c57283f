package org.parley.web.security;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads a public key that an administrator pasted. */
final class PublicKeys {
    private PublicKeys() {}

    /**
     * @param text an RSA or EC key as PEM ({@code BEGIN PUBLIC KEY}, RFC 7468), line breaks may be missing or written
     *     {@code \n}
     * @throws IllegalArgumentException for any other text
     */
    static PublicKey parse(String text) {
        String base64 =
                text.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            try {
                return KeyFactory.getInstance("RSA").generatePublic(spec);
            } catch (GeneralSecurityException notRsa) {
                return KeyFactory.getInstance("EC").generatePublic(spec);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Neither an RSA nor an EC public key in PEM form", e);
        }
    }

    /** Whether the text looks like a PEM key rather than a secret. */
    static boolean looksLikePem(String text) {
        return text.startsWith("-----BEGIN");
    }
}
