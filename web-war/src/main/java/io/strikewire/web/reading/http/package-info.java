/** The reading endpoints and the shapes of their answers. */
@NullMarked
package io.strikewire.web.reading.http;

import org.jspecify.annotations.NullMarked;
