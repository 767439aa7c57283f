package org.parley.api.security;

import java.util.List;

/** The keys of Parley's own tokens: the same for all nodes and across restarts. */
public interface TokenSecret {
    /**
     * First the signing key, made at the first start unless {@code parley.token.secret} is set; then further keys whose
     * tokens count too while the key is changed. At least 32 bytes each; a copy.
     */
    List<byte[]> keys();
}
