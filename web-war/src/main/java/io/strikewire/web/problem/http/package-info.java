/** Turns exceptions and container errors into problem documents. */
@NullMarked
package io.strikewire.web.problem.http;

import org.jspecify.annotations.NullMarked;
