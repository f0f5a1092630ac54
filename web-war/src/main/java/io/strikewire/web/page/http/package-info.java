/** The page, its assets, and the live stream. */
@NullMarked
package io.strikewire.web.page.http;

import org.jspecify.annotations.NullMarked;
