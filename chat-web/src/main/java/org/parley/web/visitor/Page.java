package org.parley.web.visitor;

import org.parley.web.protocol.ClientFrame;

/**
 * The page that a visitor is on; addresses are cleaned.
 *
 * @param title null when unknown
 * @param referrer null when unknown
 */
record Page(String url, String title, String referrer) implements ClientFrame {
    Page withoutQueries() {
        return new Page(PageAddress.withoutQuery(url), title, PageAddress.withoutQuery(referrer));
    }
}
