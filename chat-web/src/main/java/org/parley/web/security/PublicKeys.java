package org.parley.web.security;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads a public key as administrators paste it. */
final class PublicKeys {
    private PublicKeys() {}

    /**
     * @param text an RSA or EC key as PEM ({@code BEGIN PUBLIC KEY}, RFC 7468), line breaks may be missing or written
     *     {@code \n}
     * @throws IllegalArgumentException when it is neither
     */
    static JWK parse(String text) {
        String base64 =
                text.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            try {
                return new RSAKey.Builder(
                                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec))
                        .build();
            } catch (GeneralSecurityException notRsa) {
                ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
                return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
            }
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException("Neither an RSA nor an EC public key in PEM form", e);
        }
    }

    /** Whether the text is meant as a PEM key, and not as a secret. */
    static boolean looksLikePem(String text) {
        return text.startsWith("-----BEGIN");
    }
}
