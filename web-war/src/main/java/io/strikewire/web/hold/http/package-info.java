/** Holds under an address. */
@NullMarked
package io.strikewire.web.hold.http;

import org.jspecify.annotations.NullMarked;
