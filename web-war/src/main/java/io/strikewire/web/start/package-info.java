/** The start of the service: configuration checked, schema brought up to date, work announced. */
@NullMarked
package io.strikewire.web.start;

import org.jspecify.annotations.NullMarked;
