package org.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A folder that has become a drawer fails here: whoever looks for something must find it by the folders' names. */
class FoldersTest {
    private static final int MOST = 25;

    @Test
    void noPackageShouldHoldMoreThanOneCanSurvey() {
        assertThat(Checkout.mainSources().stream().collect(Collectors.groupingBy(Path::getParent)))
                .hasSizeGreaterThan(30)
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).hasSizeLessThanOrEqualTo(MOST));
    }
}
