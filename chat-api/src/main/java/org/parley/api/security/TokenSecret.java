package org.parley.api.security;

/** The secret that signs the tokens which Parley itself gives: the same for all nodes and across restarts. */
public interface TokenSecret {
    /** At least 32 bytes, made at the first start unless {@code parley.token.secret} is set; a copy. */
    byte[] key();
}
