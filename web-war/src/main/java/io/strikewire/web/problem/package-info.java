/** Every error as one RFC 9457 problem document. */
@NullMarked
package io.strikewire.web.problem;

import org.jspecify.annotations.NullMarked;
