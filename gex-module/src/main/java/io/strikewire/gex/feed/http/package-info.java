/** Fetches delayed-quote files over HTTP. */
@NullMarked
package io.strikewire.gex.feed.http;

import org.jspecify.annotations.NullMarked;
