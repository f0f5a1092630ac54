/** The addresses of the book: orders, quotes, brakes, limits, performance. */
@NullMarked
package io.strikewire.web.trading.http;

import org.jspecify.annotations.NullMarked;
