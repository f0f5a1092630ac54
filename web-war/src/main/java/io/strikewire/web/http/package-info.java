/** The REST application and what holds for all of its answers. */
@NullMarked
package io.strikewire.web.http;

import org.jspecify.annotations.NullMarked;
