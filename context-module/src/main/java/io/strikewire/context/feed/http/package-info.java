/** Providers of market data over HTTP: their shapes, and the guard in front of them. */
@NullMarked
package io.strikewire.context.feed.http;

import org.jspecify.annotations.NullMarked;
