package org.parley.api.security;

import java.util.List;

/** The secrets of the tokens which Parley itself gives: the same for all nodes and across restarts. */
public interface TokenSecret {
    /**
     * The one that signs, made at the first start unless {@code parley.token.secret} is set; behind it those whose tokens
     * count too while it is changed. At least 32 bytes each; a copy.
     */
    List<byte[]> keys();
}
