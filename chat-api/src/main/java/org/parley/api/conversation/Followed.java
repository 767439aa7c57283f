package org.parley.api.conversation;

import java.util.List;

/** A conversation together with how far each of its participants has come; receipts in no order, maybe empty. */
public record Followed(Conversation conversation, List<Receipt> receipts) {
    public Followed {
        receipts = List.copyOf(receipts);
    }
}
