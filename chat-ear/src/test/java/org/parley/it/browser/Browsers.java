package org.parley.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.it.server.Debian;

/**
 * A Chromium for the tests: the installed one, else Debian's package when this is root, else Playwright's own download. A machine that
 * can have none fails; no browser test is ever skipped.
 */
final class Browsers implements AutoCloseable {

    /** The headless build first: it starts sooner and takes less. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<Path> OTHER_PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));
    /**
     * Features of a full Chromium that only cost time, and those that Playwright turns off, because of two such lists
     * only the last one counts.
     */
    private static final String NOT_WANTED = "--disable-features="
            + String.join(
                    ",",
                    "WebUIOmniboxPopup",
                    "WebUIOmniboxAimPopup",
                    "AutoDeElevate",
                    "AvoidUnnecessaryBeforeUnloadCheckSync",
                    "BlockOriginHeaderModificationOnRedirect",
                    "BoundaryEventDispatchTracksNodeRemoval",
                    "DestroyProfileOnBrowserClose",
                    "DialMediaRouteProvider",
                    "GlobalMediaControls",
                    "HttpsUpgrades",
                    "LensOverlay",
                    "MediaRouter",
                    "OptimizationHints",
                    "PaintHolding",
                    "SpareRendererForSitePerProcess",
                    "ThirdPartyStoragePartitioning",
                    "Translate");

    private static final List<String> QUIET = List.of(
            NOT_WANTED,
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Browsers shared;

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser of this process, which ends with it. Tests run on one thread, as Playwright requires. */
    static synchronized Browsers shared() {
        if (shared == null) {
            shared = launch();
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        }
        return shared;
    }

    /** One headless Chromium, which the caller closes. Use it on this thread only, as Playwright requires. */
    static Browsers launch() {
        Optional<Path> installed = installed().or(Browsers::fromDebian);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
        installed.ifPresent(options::setExecutablePath);
        try {
            return new Browsers(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(
                    "No browser for the tests: neither Chromium nor Chrome is installed ("
                            + installed.map(Path::toString).orElse("none found")
                            + "), Debian's package could not be installed, and Playwright's own could not be"
                            + " downloaded or started. Install Chromium and try again.",
                    e);
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        return Debian.installed(NAMES)
                .or(() -> OTHER_PLACES.stream().filter(Files::isExecutable).findFirst());
    }

    private static Optional<Path> fromDebian() {
        Debian.install("chromium-headless-shell");
        return installed();
    }
}
